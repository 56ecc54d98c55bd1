package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kcs.chassis.identity.Caller;
import kcs.collaboration.content.AreaProvenance;
import kcs.collaboration.content.Catalogue;
import kcs.collaboration.content.Indicator;
import kcs.collaboration.content.Label;
import kcs.collaboration.content.Recognition;
import kcs.collaboration.content.Source;

/**
 * Lets the tasks of the catalogue in, through the use case that planners use. They enter as SELECTED, because the
 * document says selected and of none that it was begun; the documented ones hold the places of those not published.
 */
@Singleton
public class TaskCatalogue {
    /** The plan whose declared places the tasks fill, and who leads every one of them: the announcement says so. */
    private static final String PLAN = "KCS-2024";

    private static final String LEAD = "KCS";

    private final TaskStore store;
    private final TaskService tasks;

    TaskCatalogue(TaskStore store, TaskService tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** Whether it was missing; a task that is there stays as it is. */
    @Transactional
    public boolean addIfMissing(Catalogue.TaskEntry entry, Catalogue catalogue) {
        if (store.exists(Task.codeOf(PLAN, entry.no()))) {
            return false;
        }
        Origin origin = Origin.valueOf(entry.origin().toUpperCase(Locale.ROOT));
        boolean holdsPlace = origin == Origin.DOCUMENTED;
        Task.Entry enters = new Task.Entry(origin, holdsPlace, Visibility.PUBLIC, null, TaskStatus.SELECTED);
        tasks.enter(command(entry, origin, catalogue), enters, Caller.system("catalogue"));
        return true;
    }

    private static RegisterTask command(Catalogue.TaskEntry entry, Origin origin, Catalogue catalogue) {
        Catalogue.Document document = catalogue.document(entry.document());
        return new RegisterTask(
                PLAN,
                entry.no(),
                new Label(entry.ko(), entry.en()),
                null,
                entry.areaAssigned(),
                AreaProvenance.ASSIGNED,
                null,
                new Source(document.ko(), document.published(), null),
                origin == Origin.PUBLISHED,
                Visibility.PUBLIC,
                null,
                null,
                null,
                participations(entry),
                entry.openList(),
                entry.measures(),
                null,
                indicators(entry),
                recognitions(entry, catalogue));
    }

    private static List<Participation> participations(Catalogue.TaskEntry entry) {
        List<Participation> taking = new ArrayList<>();
        taking.add(part(LEAD, Participation.Role.LEAD));
        Catalogue.listed(entry.partners()).forEach(code -> taking.add(part(code, Participation.Role.PARTNER)));
        Catalogue.listed(entry.involved()).forEach(code -> taking.add(part(code, Participation.Role.INVOLVED)));
        return taking;
    }

    private static Participation part(String agency, Participation.Role role) {
        return new Participation(agency, role, null, null, null);
    }

    private static List<Indicator> indicators(Catalogue.TaskEntry entry) {
        return Catalogue.listed(entry.indicators()).stream()
                .map(indicator -> new Indicator(
                        indicator.code(),
                        new Label(indicator.ko(), indicator.en()),
                        indicator.unit(),
                        Indicator.Direction.valueOf(indicator.direction()),
                        indicator.baseline(),
                        indicator.target(),
                        null,
                        indicator.note()))
                .toList();
    }

    private static List<Recognition> recognitions(Catalogue.TaskEntry entry, Catalogue catalogue) {
        return catalogue.recognitions().stream()
                .filter(recognition -> Objects.equals(recognition.task(), entry.no()))
                .map(recognition -> new Recognition(
                        recognition.title(),
                        recognition.award(),
                        catalogue.document(recognition.document()).ko()))
                .toList();
    }
}

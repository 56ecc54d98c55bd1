package kcs.progress.meetings;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.progress.daily.DailyJob;
import kcs.progress.known.TasksTold;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads the meetings that published documents tell of, as soon as their plan is known. What is there already is left as
 * it is: whoever changed it had a reason. Both occasions come on one replica only.
 */
@Singleton
class AnnouncedMeetings implements DailyJob {
    private static final Logger LOG = Logger.getLogger(AnnouncedMeetings.class);
    private static final Caller ACTOR = Caller.system("catalogue");
    private static final String RESOURCE = "/meetings/announced.yaml";

    private record Document(List<RegisterMeeting> meetings) {}

    private final List<RegisterMeeting> announced;
    private final MeetingService meetings;

    AnnouncedMeetings(
            @ConfigProperty(name = "kcs.catalogue.enabled", defaultValue = "true") boolean enabled,
            MeetingService meetings) {
        this.announced = enabled ? read() : List.of();
        this.meetings = meetings;
    }

    private static List<RegisterMeeting> read() {
        YAMLMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).build();
        try (InputStream text = AnnouncedMeetings.class.getResourceAsStream(RESOURCE)) {
            return yaml.readValue(text, Document.class).meetings();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    @Override
    public String name() {
        return "the announced meetings";
    }

    /** For a plan that was known before these meetings were, such as after an upgrade. */
    @Override
    public void run(LocalDate today) {
        announced.forEach(this::addIfMissing);
    }

    /** With the first tasks of their plan, in the transaction that learned of them. */
    void follow(@Observes TasksTold told) {
        announced.stream()
                .filter(meeting ->
                        told.tasks().stream().anyMatch(task -> task.plan().equals(meeting.plan())))
                .forEach(this::addIfMissing);
    }

    private void addIfMissing(RegisterMeeting meeting) {
        if (meetings.addIfMissing(meeting, ACTOR)) {
            LOG.infof("meeting %d of %s is loaded", meeting.no(), meeting.plan());
        }
    }
}

package kcs.progress.opinions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.progress.directory.Visibility;

/** What the suite is told of opinions: the texts and where they stand, not who wrote them. */
final class OpinionEvents {

    private OpinionEvents() {}

    /** Who may see an opinion, by its task; one on the whole is the government's and its agency's. */
    record Readers(Visibility visibility, Collection<String> participants) {
        static final Readers OF_THE_WHOLE = new Readers(Visibility.GOVERNMENT, List.of());
    }

    record State(
            UUID id,
            String plan,
            String meeting,
            String task,
            String addressedTo,
            String text,
            OpinionStatus status,
            Instant givenAt,
            String answer,
            Instant answeredAt,
            String sentBackReason,
            String closingReason,
            Instant closedAt,
            Visibility visibility,
            List<String> participants,
            long version) {}

    record Transition(OpinionStatus from, OpinionStatus to, String reason, String actorAgency) {}

    record Data(Transition transition, State opinion) {}

    static OutboxEvent moved(Opinion opinion, Opinion.Step step, Readers readers, Caller actor) {
        String id = opinion.id().toString();
        String task = opinion.given().task();
        Transition transition = new Transition(step.from(), step.to(), step.reason(), actor.agency());
        Data data = new Data(transition, state(opinion, readers));
        return new OutboxEvent("opinion/" + id, task == null ? id : task, "opinion.status-changed", id, data);
    }

    private static State state(Opinion opinion, Readers readers) {
        Opinion.Given given = opinion.given();
        Opinion.Standing standing = opinion.standing();
        TreeSet<String> participants = new TreeSet<>(readers.participants());
        participants.add(given.addressedTo().code());
        return new State(
                given.id(),
                given.plan(),
                given.meeting(),
                given.task(),
                given.addressedTo().code(),
                given.text(),
                standing.status(),
                given.at(),
                standing.answer() == null ? null : standing.answer().text(),
                standing.answer() == null ? null : standing.answer().at(),
                standing.sentBackReason(),
                standing.closing() == null ? null : standing.closing().reason(),
                standing.closing() == null ? null : standing.closing().at(),
                readers.visibility(),
                List.copyOf(participants),
                standing.version());
    }
}

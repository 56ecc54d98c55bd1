package kcs.progress.opinions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;

/** Opinions: given by the committee, answered by agencies, closed by the committee or planners. */
@Singleton
class OpinionService {
    private final OpinionStore opinions;
    private final Addressing addressing;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    OpinionService(OpinionStore opinions, Addressing addressing, Outbox outbox, Idempotency idempotency, Clock clock) {
        this.opinions = opinions;
        this.addressing = addressing;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Transactional
    Reply give(Change<GiveOpinion> change) {
        GiveOpinion wanted = change.command();
        return idempotency.once(change, () -> {
            Opinion opinion = Opinion.give(wanted, addressing.addressee(wanted), change.caller(), clock);
            outbox.append(opinions.add(opinion, change.caller()));
            return reply(opinion, change.caller());
        });
    }

    /** Answers it, sends its answer back, or closes it; which of these a caller may is known once it is read what is wanted. */
    @Transactional
    Reply move(String id, Change<MoveOpinion> change) {
        OpinionRights.requireAny(change.caller(), opinions.get(id));
        Opinion opinion = opinions.forChange(id);
        MoveOpinion wanted = change.command();
        if (wanted.to() != null) {
            OpinionRights.require(change.caller(), opinion, wanted.to());
        }
        return idempotency.once(change, () -> {
            change.requireVersion(opinion.version());
            Opinion.Step step = opinion.moveTo(wanted.to(), wanted.reason(), change.caller(), clock);
            outbox.append(opinions.keep(opinion, step, change.caller()));
            return reply(opinion, change.caller());
        });
    }

    private Reply reply(Opinion opinion, Caller caller) {
        String location = "/api/v1/opinions/" + opinion.id();
        return idempotency.reply(201, location, opinion.version(), OpinionView.of(opinion, caller));
    }
}

package kcs.collaboration.plans;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import kcs.chassis.concurrency.Change;
import kcs.collaboration.content.Catalogue;
import kcs.collaboration.content.Label;

/** Registers the plans of the catalogue through the use case that planners use. */
@Singleton
public class PlanCatalogue {
    private final EntityManager entities;
    private final PlanService plans;

    PlanCatalogue(EntityManager entities, PlanService plans) {
        this.entities = entities;
        this.plans = plans;
    }

    /** Whether it was missing; a plan that is there stays as it is. */
    @Transactional
    public boolean addIfMissing(Catalogue.PlanEntry entry, Catalogue catalogue) {
        if (entities.find(Plan.class, entry.code()) != null) {
            return false;
        }
        plans.register(Change.byJob("catalogue", command(entry, catalogue.document(entry.document()))));
        return true;
    }

    private static RegisterPlan command(Catalogue.PlanEntry entry, Catalogue.Document document) {
        List<Area> areas = Catalogue.listed(entry.areas()).stream()
                .map(area -> new Area(area.code(), new Label(area.ko(), area.en()), null))
                .toList();
        List<ProposalChannel> channels = Catalogue.listed(entry.proposalChannels()).stream()
                .map(channel ->
                        new ProposalChannel(channel.code(), new Label(channel.ko(), channel.en()), channel.since()))
                .toList();
        return new RegisterPlan(
                entry.code(),
                new Label(entry.ko(), entry.en()),
                entry.leadAgency(),
                entry.announcedOn(),
                entry.declaredTaskCount(),
                areas,
                channels,
                new PlanDocument(new Label(document.ko(), document.en()), document.published()));
    }
}

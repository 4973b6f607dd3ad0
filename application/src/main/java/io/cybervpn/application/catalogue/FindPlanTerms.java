package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.PlanTerms;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells other contexts what a plan grants now, on sale or not: what was sold elsewhere has to be
 * served all the same. Joins the caller's unit of work. Checks nobody: for our own code, not for
 * requests.
 */
@Singleton
public final class FindPlanTerms {
    private final UnitOfWork unitOfWork;
    private final Plans plans;

    @Inject
    FindPlanTerms(UnitOfWork unitOfWork, Plans plans) {
        this.unitOfWork = unitOfWork;
        this.plans = plans;
    }

    /** Which one. */
    public record Query(PlanId plan) {}

    /** Answers; empty when there is no such plan. Changes nothing. */
    public Uni<Optional<PlanTerms>> execute(Query query) {
        return unitOfWork
                .run(() -> plans.listing(query.plan()))
                .map(found -> found.map(FindPlanTerms::terms));
    }

    private static PlanTerms terms(Listing listing) {
        PlanContent content = listing.plan().content();
        return new PlanTerms(listing.plan().id(), content.name().byTag(), content.entitlement());
    }
}

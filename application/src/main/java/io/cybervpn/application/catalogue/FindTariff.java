package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Says what a term of a plan costs in every asset, as of now and past every cache. For our own
 * code; joins the caller's unit of work.
 */
@Singleton
public final class FindTariff {
    private final UnitOfWork unitOfWork;
    private final Plans plans;

    @Inject
    FindTariff(UnitOfWork unitOfWork, Plans plans) {
        this.unitOfWork = unitOfWork;
        this.plans = plans;
    }

    /** Which term of which plan. */
    public record Query(PlanId plan, int termDays) {}

    /** Empty when there is no such plan, or it is not sold, or not for so many days. */
    public Uni<Optional<Tariff>> execute(Query query) {
        return unitOfWork
                .run(() -> plans.listing(query.plan()))
                .map(found -> found.flatMap(listing -> listing.tariff(query.termDays())));
    }
}

package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Says what a plan costs for a term, as of now and past every cache. Open to everybody; joins the
 * caller's unit of work, so a checkout sees the price that it stores.
 */
@Singleton
public final class FindOffer {
    private final UnitOfWork unitOfWork;
    private final Plans plans;

    @Inject
    FindOffer(UnitOfWork unitOfWork, Plans plans) {
        this.unitOfWork = unitOfWork;
        this.plans = plans;
    }

    /**
     * The wish.
     *
     * @param termDays any number; only the plan's own terms are found
     */
    public record Query(PlanId plan, int termDays, Asset asset) {}

    /** The answer. */
    public sealed interface Result {
        /** It is for sale. */
        record Found(Offer offer) implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** The plan or its product is switched off. */
        record NotOnSale() implements Result {}

        /** The plan is not sold for so many days. */
        record NoSuchTerm() implements Result {}

        /** The term has no price in this asset; nothing is ever converted. */
        record NoPriceIn(Asset asset) implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return unitOfWork
                .run(() -> plans.listing(query.plan()))
                .map(found -> found.<Result>map(listing -> answer(listing, query)))
                .map(answer -> answer.orElseGet(Result.NoSuchPlan::new));
    }

    private static Result answer(Listing listing, Query query) {
        return switch (listing.offer(query.termDays(), query.asset())) {
            case Listing.Answer.Offered(var offer) -> new Result.Found(offer);
            case Listing.Answer.NotOnSale() -> new Result.NotOnSale();
            case Listing.Answer.NoSuchTerm() -> new Result.NoSuchTerm();
            case Listing.Answer.NoPriceIn(var asset) -> new Result.NoPriceIn(asset);
        };
    }
}

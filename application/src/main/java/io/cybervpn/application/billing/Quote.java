package io.cybervpn.application.billing;

import io.cybervpn.application.catalogue.FindOffer;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.billing.model.Pricing;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Prices a wish without ordering it (R23). Open to everybody; changes nothing. */
@Singleton
public final class Quote {
    private final FindOffer findOffer;

    @Inject
    Quote(FindOffer findOffer) {
        this.findOffer = findOffer;
    }

    /** The wish. */
    public record Query(PlanId plan, int termDays, Asset asset) {}

    /** The answer. */
    public sealed interface Result {
        /** Its price. */
        record Quoted(Quotation quotation) implements Result {}

        /** It is not to be had. */
        record Refused(NotForSale reason) implements Result {}
    }

    /** Answers by the same prices that an order would be placed at. */
    public Uni<Result> execute(Query query) {
        return findOffer
                .execute(new FindOffer.Query(query.plan(), query.termDays(), query.asset()))
                .map(Quote::answer);
    }

    private static Result answer(FindOffer.Result found) {
        return switch (Sale.of(found)) {
            case Sale.Of(var offer) -> new Result.Quoted(Pricing.quote(offer));
            case Sale.Not(var reason) -> new Result.Refused(reason);
        };
    }
}

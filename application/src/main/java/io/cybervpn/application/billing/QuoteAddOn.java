package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.AddOnPrices;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.billing.model.Pricing;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Says what an order for an add-on would cost, by the same sums. Changes nothing. */
@Singleton
public final class QuoteAddOn {
    private final UnitOfWork unitOfWork;
    private final AddOnPrices prices;

    @Inject
    QuoteAddOn(UnitOfWork unitOfWork, AddOnPrices prices) {
        this.unitOfWork = unitOfWork;
        this.prices = prices;
    }

    /** Who asks for which. */
    public record Query(Actor actor, AddOnWish wish, Asset asset) {}

    /** The answer. */
    public sealed interface Result {
        /** It costs this. */
        record Quoted(Quotation quotation) implements Result {}

        /** It is not to be had. */
        record Refused(AddOnRefusal reason) implements Result {}
    }

    /** Prices it. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(
                        owner ->
                                unitOfWork
                                        .run(() -> prices.price(owner, query.wish(), query.asset()))
                                        .map(QuoteAddOn::result))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .item(
                                                new Result.Refused(
                                                        AddOnRefusal.SUBSCRIPTION_NOT_FOUND)));
    }

    private static Result result(AddOnPrices.Price price) {
        return switch (price) {
            case AddOnPrices.Price.Of(var offer, _) -> new Result.Quoted(Pricing.addOn(offer));
            case AddOnPrices.Price.Refused(var reason) -> new Result.Refused(reason);
        };
    }
}

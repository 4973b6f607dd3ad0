package io.cybervpn.application.billing;

import io.cybervpn.application.ledger.PreviewShare;
import io.cybervpn.application.payment.FindLeastCharge;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Says which part of a price the caller's wallet would pay at this moment, and which a provider
 * would be asked for, as {@link Checkout} would split it. Changes nothing.
 */
@Singleton
public final class PriceSplit {
    private final PreviewShare previewShare;
    private final FindLeastCharge findLeastCharge;

    @Inject
    PriceSplit(PreviewShare previewShare, FindLeastCharge findLeastCharge) {
        this.previewShare = previewShare;
        this.findLeastCharge = findLeastCharge;
    }

    /**
     * The price.
     *
     * @param total more than nothing
     * @param provider who would be asked for the rest, if that is known
     */
    public record Query(Actor actor, Money total, Optional<String> provider) {}

    /** The parts; together they are the price. */
    public record Result(Money granted, Money paid, Money toPay) {}

    /** Says it; empty for who is not logged in. */
    public Uni<Optional<Result>> execute(Query query) {
        return query.actor()
                .account()
                .map(payer -> split(payer, query).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Result> split(AccountId payer, Query query) {
        Money total = query.total();
        Money least =
                findLeastCharge.execute(
                        new FindLeastCharge.Query(query.provider().orElse(""), total.asset()));
        return previewShare
                .execute(new PreviewShare.Query(payer, total, least))
                .map(
                        share ->
                                new Result(
                                        share.granted(),
                                        share.paid(),
                                        total.minus(share.granted()).minus(share.paid())));
    }
}

package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.model.PlanChangeQuote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what an order for a change of plan costs: just what its preview said. For our own code;
 * joins the caller's unit of work and holds the subscription until it ends.
 */
@Singleton
public final class PricePlanChange {
    private final UnitOfWork unitOfWork;
    private final PlanChangeDesk desk;

    @Inject
    PricePlanChange(UnitOfWork unitOfWork, PlanChangeDesk desk) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
    }

    /**
     * The change.
     *
     * @param asOf the moment of the preview
     * @param fingerprint of the preview
     */
    public record Query(
            AccountId owner,
            PlanChangeWish wish,
            PlanChangeMode mode,
            Instant asOf,
            String fingerprint) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * It costs this.
         *
         * @param difference for the time that is there
         * @param rates what the new plan costs
         */
        record Priced(Money difference, Rates rates) implements Result {}

        /** It is not to be had. */
        record Refused(PlanChangeRefusal reason) implements Result {}
    }

    /** Prices it. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(
                () -> desk.hold(query.owner(), query.wish()).map(found -> price(found, query)));
    }

    private Result price(PlanChangeDesk.Found found, Query query) {
        return switch (found) {
            case PlanChangeDesk.Found.Known(var facts) -> price(facts, query);
            case PlanChangeDesk.Found.Refused(var reason) -> new Result.Refused(reason);
        };
    }

    private Result price(PlanChangeDesk.Facts facts, Query query) {
        PlanChangeDesk.Seen seen = new PlanChangeDesk.Seen(query.asOf(), query.fingerprint());
        return switch (desk.seen(facts, query.wish(), seen)) {
            case PlanChangeDesk.Reckoned.Figures(var quote, _) ->
                    price(quote.option(query.mode()), facts.target().rates());
            case PlanChangeDesk.Reckoned.Refused(var reason) -> new Result.Refused(reason);
        };
    }

    private static Result price(Optional<PlanChangeQuote.Option> option, Rates rates) {
        return option.<Result>map(one -> new Result.Priced(one.difference(), rates))
                .orElseGet(() -> new Result.Refused(PlanChangeRefusal.MODE_NOT_OFFERED));
    }
}

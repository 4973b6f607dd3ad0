package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.model.PlanChangeQuote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows what a change of plan would come to, to the minor unit and the second. Changes nothing. */
@Singleton
public final class PreviewPlanChange {
    private final UnitOfWork unitOfWork;
    private final PlanChangeDesk desk;

    @Inject
    PreviewPlanChange(UnitOfWork unitOfWork, PlanChangeDesk desk) {
        this.unitOfWork = unitOfWork;
        this.desk = desk;
    }

    /** Whose wish. */
    public record Query(Actor actor, PlanChangeWish wish) {}

    /** The answer. */
    public sealed interface Result {
        /** This is what it would come to. */
        record Shown(PlanChangePreview preview) implements Result {}

        /** It cannot be changed so. */
        record Refused(PlanChangeRefusal reason) implements Result {}
    }

    /** Reckons it for this moment. */
    public Uni<Result> execute(Query query) {
        return query.actor()
                .account()
                .map(owner -> unitOfWork.run(() -> show(owner, query.wish())))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .item(
                                                new Result.Refused(
                                                        PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND)));
    }

    private Uni<Result> show(AccountId owner, PlanChangeWish wish) {
        return desk.look(owner, wish)
                .map(
                        found ->
                                switch (found) {
                                    case PlanChangeDesk.Found.Known(var facts) ->
                                            show(desk.reckon(facts, wish, desk.now()));
                                    case PlanChangeDesk.Found.Refused(var reason) ->
                                            new Result.Refused(reason);
                                });
    }

    private Result show(PlanChangeDesk.Reckoned reckoned) {
        return switch (reckoned) {
            case PlanChangeDesk.Reckoned.Figures(var quote, var fingerprint) ->
                    new Result.Shown(preview(quote, fingerprint));
            case PlanChangeDesk.Reckoned.Refused(var reason) -> new Result.Refused(reason);
        };
    }

    private PlanChangePreview preview(PlanChangeQuote quote, String fingerprint) {
        return new PlanChangePreview(
                quote.at(),
                quote.at().plus(desk.settings().previewLifetime()),
                fingerprint,
                quote.endNow(),
                quote.valueLeft(),
                quote.options().stream().map(PreviewPlanChange::option).toList());
    }

    private static PlanChangePreview.Option option(PlanChangeQuote.Option option) {
        return new PlanChangePreview.Option(
                option.mode().code(), option.difference(), option.charge(), option.expireAt());
    }
}

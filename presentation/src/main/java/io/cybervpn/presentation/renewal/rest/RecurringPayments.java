package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.application.renewal.SteerRecurring;
import io.cybervpn.application.renewal.ViewRecurring;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What both doors to recurring payments do. */
@Singleton
final class RecurringPayments {
    private final ViewRecurring viewRecurring;
    private final SteerRecurring steerRecurring;
    private final CurrentActor actor;

    @Inject
    RecurringPayments(
            ViewRecurring viewRecurring, SteerRecurring steerRecurring, CurrentActor actor) {
        this.viewRecurring = viewRecurring;
        this.steerRecurring = steerRecurring;
        this.actor = actor;
    }

    Uni<RecurringPaymentJson> view(UUID id) {
        return viewRecurring
                .execute(new ViewRecurring.Query(actor.actor(), new SubscriptionId(id)))
                .map(RecurringPayments::shown);
    }

    private static RecurringPaymentJson shown(ViewRecurring.Result result) {
        return switch (result) {
            case ViewRecurring.Result.Shown(var mandate) ->
                    mandate.map(RecurringPaymentJson::of)
                            .orElseThrow(() -> Problem.notFound("recurring payment").asException());
            case ViewRecurring.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
        };
    }

    Uni<RecurringPaymentJson> steer(UUID id, RecurringPaymentRequestJson body, boolean asStaff) {
        Steering steering =
                Optional.of(true).equals(Optional.ofNullable(body.enabled()))
                        ? Steering.ALLOW
                        : Steering.CANCEL;
        return steerRecurring
                .execute(
                        new SteerRecurring.Command(
                                actor.actor(), new SubscriptionId(id), steering, asStaff))
                .map(RecurringPayments::steered);
    }

    private static RecurringPaymentJson steered(SteerRecurring.Result result) {
        return switch (result) {
            case SteerRecurring.Result.Steered(var mandate) -> RecurringPaymentJson.of(mandate);
            case SteerRecurring.Result.TooLate() ->
                    throw Problem.of(
                                    409,
                                    "recurring_payment_over",
                                    "What was paid is over, or the provider could not charge. Order"
                                            + " anew.")
                            .asException();
            case SteerRecurring.Result.NothingCharged() ->
                    throw Problem.notFound("recurring payment").asException();
            case SteerRecurring.Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case SteerRecurring.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}

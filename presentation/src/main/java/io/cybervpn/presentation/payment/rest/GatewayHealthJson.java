package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.GatewayHealthView;
import io.cybervpn.application.payment.port.GatewayFigures.Begun;
import io.cybervpn.application.payment.port.GatewayFigures.Pushes;
import io.cybervpn.application.payment.port.GatewayPulses.Calls;
import io.cybervpn.application.payment.port.GatewayPulses.Failure;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a payment provider does.
 *
 * @param state {@code good, poor, down}; {@code unused}: it has no credentials, or nothing was
 *     asked of it in the last hour
 * @param circuit {@code open}: the latest call was not tried, since too many had no answer
 * @param lastAnswerAt of a call of this instance
 * @param lastFailure the latest call without an answer
 * @param callsHour calls of this instance
 * @param paymentsHour payments that were begun in the last hour, by what became of them
 * @param pushes what it told us; null for one that sends nothing
 */
@Schema(name = "PaymentGatewayHealth")
public record GatewayHealthJson(
        String provider,
        @Schema(enumeration = {"good", "poor", "down", "unused"}) String state,
        @Schema(enumeration = {"closed", "open"}) String circuit,
        @Schema(nullable = true) @Nullable Instant lastAnswerAt,
        @Schema(nullable = true) @Nullable FailureJson lastFailure,
        CallsJson callsHour,
        CallsJson callsDay,
        BegunJson paymentsHour,
        BegunJson paymentsDay,
        @Schema(nullable = true) @Nullable PushesJson pushes) {
    private static final long BASIS_POINTS = 10_000;

    /** All of them, by name. */
    @Schema(name = "PaymentGatewayHealthList")
    public record ListJson(List<GatewayHealthJson> items) {
        static ListJson of(List<GatewayHealthView> views) {
            return new ListJson(views.stream().map(GatewayHealthJson::of).toList());
        }
    }

    /** A call without an answer; no secrets. */
    @Schema(name = "PaymentGatewayFailure")
    public record FailureJson(Instant at, String what) {
        static FailureJson of(Failure failure) {
            return new FailureJson(failure.at(), failure.what());
        }
    }

    /**
     * Calls and how long they took.
     *
     * @param answeredBp calls with an answer, also a "no", in basis points; null without calls
     */
    @Schema(name = "PaymentGatewayCalls")
    public record CallsJson(
            long calls,
            long unanswered,
            @Schema(nullable = true) @Nullable Long answeredBp,
            long meanMillis,
            long maxMillis) {
        static CallsJson of(Calls calls) {
            return new CallsJson(
                    calls.calls(),
                    calls.unanswered(),
                    shareBp(calls.calls() - calls.unanswered(), calls.calls()),
                    calls.meanMillis(),
                    calls.maxMillis());
        }
    }

    /**
     * Payments by what became of them.
     *
     * @param successBp captured ones, of those that do not wait any more, in basis points; null if
     *     all wait
     */
    @Schema(name = "PaymentGatewayPayments")
    public record BegunJson(
            long captured,
            long flagged,
            long expired,
            long failed,
            long open,
            @Schema(nullable = true) @Nullable Long successBp) {
        static BegunJson of(Begun begun) {
            long ended = begun.captured() + begun.flagged() + begun.expired() + begun.failed();
            return new BegunJson(
                    begun.captured(),
                    begun.flagged(),
                    begun.expired(),
                    begun.failed(),
                    begun.open(),
                    shareBp(begun.captured(), ended));
        }
    }

    /**
     * Pushes that were believed.
     *
     * @param waiting not applied yet
     * @param flaggedDay of the last day's, what staff must look at
     */
    @Schema(name = "PaymentGatewayPushes")
    public record PushesJson(
            @Schema(nullable = true) @Nullable Instant lastAt,
            long hour,
            long day,
            long flaggedDay,
            long waiting,
            @Schema(nullable = true) @Nullable Instant oldestWaitingAt) {
        static PushesJson of(Pushes pushes) {
            return new PushesJson(
                    pushes.lastAt().orElse(null),
                    pushes.hour(),
                    pushes.day(),
                    pushes.flaggedDay(),
                    pushes.waiting(),
                    pushes.oldestWaiting().orElse(null));
        }
    }

    private static @Nullable Long shareBp(long part, long whole) {
        return whole == 0 ? null : part * BASIS_POINTS / whole;
    }

    static GatewayHealthJson of(GatewayHealthView view) {
        return new GatewayHealthJson(
                view.provider(),
                view.state().code(),
                view.pulse().circuitOpen() ? "open" : "closed",
                view.pulse().lastAnswer().orElse(null),
                view.pulse().lastFailure().map(FailureJson::of).orElse(null),
                CallsJson.of(view.pulse().hour()),
                CallsJson.of(view.pulse().day()),
                BegunJson.of(view.hour()),
                BegunJson.of(view.day()),
                view.pushes().map(PushesJson::of).orElse(null));
    }
}

package io.cybervpn.application.payment.port;

import java.time.Instant;
import java.util.Optional;

/** What calls to providers came to, as this instance made them since it started. */
public interface GatewayPulses {
    /**
     * Calls of some time.
     *
     * @param unanswered those without a usable answer, also those that were not tried
     * @param meanMillis of those that were tried; 0 if there was none
     * @param maxMillis the same
     */
    record Calls(long calls, long unanswered, long meanMillis, long maxMillis) {}

    /**
     * The latest call that was not answered.
     *
     * @param what operation and reason, without secrets
     */
    record Failure(Instant at, String what) {}

    /**
     * How one provider does.
     *
     * @param circuitOpen the latest call was not tried, since too many before it had no answer
     */
    record Pulse(
            Calls hour,
            Calls day,
            boolean circuitOpen,
            Optional<Instant> lastAnswer,
            Optional<Failure> lastFailure) {}

    /** Of a provider that was never called all is zero and empty. */
    Pulse of(String provider);
}

package io.cybervpn.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast the world turns.
 *
 * @param panelRetries the pauses between the panel's attempts to deliver a webhook
 * @param cryptoPayRetries the same of Crypto Pay
 * @param expiredWatchdog how often the panel looks for users whose time is over; zero: only when
 *     asked
 * @param limitedWatchdog how often it looks for users whose traffic is used up; zero: only when
 *     asked
 */
public record SandboxTempo(
        List<Duration> panelRetries,
        List<Duration> cryptoPayRetries,
        Duration expiredWatchdog,
        Duration limitedWatchdog) {

    /**
     * As measured at the real panel; Crypto Pay's 17 attempts come in an hour instead of three
     * days.
     */
    public static SandboxTempo real() {
        List<Duration> cryptoPay =
                Stream.iterate(Duration.ofSeconds(1), pause -> shorter(pause.multipliedBy(2)))
                        .limit(16)
                        .toList();
        Duration five = Duration.ofSeconds(5);
        return new SandboxTempo(
                List.of(five, five, five),
                cryptoPay,
                Duration.ofSeconds(30),
                Duration.ofSeconds(45));
    }

    /**
     * How long a minute of RevenueCat is, whose attempts come 5, 10, 20, 40 and 80 minutes apart:
     * so that the first of them comes as soon as Crypto Pay's.
     */
    public Duration revenueCatMinute() {
        return cryptoPayRetries.getFirst().dividedBy(5);
    }

    /** For tests: the same number of attempts, 50 ms apart, and watchdogs that wait to be asked. */
    public static SandboxTempo quick() {
        Duration soon = Duration.ofMillis(50);
        return new SandboxTempo(
                List.of(soon, soon, soon),
                Stream.generate(() -> soon).limit(16).toList(),
                Duration.ZERO,
                Duration.ZERO);
    }

    private static Duration shorter(Duration pause) {
        Duration max = Duration.ofMinutes(5);
        return pause.compareTo(max) > 0 ? max : pause;
    }
}

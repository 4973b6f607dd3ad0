package io.cybervpn.application.server;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.server.port.MaintenanceLetters;
import io.cybervpn.application.server.port.MaintenanceLetters.Letter;
import io.cybervpn.application.server.port.MaintenanceMails;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends letters about maintenance, some at a time. Who has no address is not written to. A letter
 * that cannot be sent is tried again when its lease is over, and given up after five tries or a
 * day: then it would not be true any more.
 */
@Singleton
public final class SendMaintenanceLetters {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int ATTEMPTS_MAX = 5;
    private static final int FORGOTTEN_MAX = 5_000;

    private final MaintenanceLetters letters;
    private final FindMailbox findMailbox;
    private final MaintenanceMails mails;
    private final Clock clock;

    @Inject
    SendMaintenanceLetters(
            MaintenanceLetters letters,
            FindMailbox findMailbox,
            MaintenanceMails mails,
            Clock clock) {
        this.letters = letters;
        this.findMailbox = findMailbox;
        this.mails = mails;
        this.clock = clock;
    }

    /** Sends up to {@code limit} letters; how many are off the table now. */
    public Uni<Integer> execute(int limit) {
        Instant now = clock.instant();
        return letters.claim(limit, now, LEASE)
                .chain(this::send)
                .call(() -> letters.forget(now.minus(KEPT), FORGOTTEN_MAX));
    }

    private Uni<Integer> send(List<Letter> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> send(Letter letter) {
        Instant now = clock.instant();
        boolean stale = now.isAfter(letter.announcedAt().plus(FRESH));
        return stale || letter.attempt() > ATTEMPTS_MAX
                ? letters.done(letter, now).replaceWith(1)
                : findMailbox
                        .execute(new FindMailbox.Query(letter.account()))
                        .chain(found -> send(found, letter))
                        .chain(() -> letters.done(letter, clock.instant()))
                        .replaceWith(1)
                        .onFailure()
                        .recoverWithItem(0);
    }

    private Uni<Void> send(FindMailbox.Result found, Letter letter) {
        return switch (found) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    mails.send(
                            email,
                            locale,
                            Map.of(
                                    "server", letter.name(),
                                    "message", letter.message(),
                                    "end", letter.expectedEnd()));
        };
    }
}

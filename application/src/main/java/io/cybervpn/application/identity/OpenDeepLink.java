package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives a browser a code to open the bot with, and a secret to come back with (R45). */
@Singleton
public final class OpenDeepLink {
    private final Gate gate;
    private final RefreshSecrets secrets;
    private final UnitOfWork unitOfWork;
    private final DeepLinks links;
    private final Clock clock;

    @Inject
    OpenDeepLink(
            Gate gate,
            RefreshSecrets secrets,
            UnitOfWork unitOfWork,
            DeepLinks links,
            Clock clock) {
        this.gate = gate;
        this.secrets = secrets;
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {
        /**
         * It waits.
         *
         * @param code for the bot
         * @param secret for the browser alone
         */
        record Opened(String code, String secret, Instant expiresAt) implements Result {
            @Override
            public String toString() {
                return "Opened[hidden]";
            }
        }

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Opens one more. */
    public Uni<Result> execute(String address) {
        return gate.registration(address).chain(this::open);
    }

    private Uni<Result> open(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) ->
                    Uni.createFrom().item(new Result.TooMany(retryAfter));
            case Verdict.Allowed() -> open(secrets.next(), secrets.next());
        };
    }

    private Uni<Result> open(String code, String secret) {
        DeepLink link =
                DeepLink.open(TokenDesk.hash(code), TokenDesk.hash(secret), clock.instant());
        return unitOfWork
                .run(() -> links.add(link))
                .replaceWith(new Result.Opened(code, secret, link.expiresAt()));
    }
}

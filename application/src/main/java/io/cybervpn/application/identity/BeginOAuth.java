package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.IdentityProviders;
import io.cybervpn.application.identity.port.IdentityProviders.Begun;
import io.cybervpn.application.identity.port.IdentityProviders.Journey;
import io.cybervpn.application.identity.port.OAuthFlows;
import io.cybervpn.application.identity.port.OAuthFlows.Flow;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends somebody to his identity provider (R45). The browser that asks keeps a secret, without
 * which what it brings back is worth nothing: nobody can be made to finish another's login.
 */
@Singleton
public final class BeginOAuth {
    private final Gate gate;
    private final ReturnAddresses addresses;
    private final IdentityProviders providers;
    private final OAuthFlows flows;
    private final RefreshSecrets secrets;
    private final Clock clock;

    @Inject
    BeginOAuth(
            Gate gate,
            ReturnAddresses addresses,
            IdentityProviders providers,
            OAuthFlows flows,
            RefreshSecrets secrets,
            Clock clock) {
        this.gate = gate;
        this.addresses = addresses;
        this.providers = providers;
        this.flows = flows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What a client wants.
     *
     * @param page of the client, which the way back ends at
     * @param linkTo who is logged in and wants another way in; empty for a login
     * @param address whom to count it for
     */
    public record Command(
            String provider, String page, Optional<AccountId> linkTo, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** Go to {@code url}; keep {@code secret} in this browser and bring it back. */
        record Begun(URI url, String state, String secret, Instant expiresAt) implements Result {
            @Override
            public String toString() {
                return "Begun[hidden]";
            }
        }

        /** Nobody is called so. */
        record NoSuchProvider() implements Result {}

        /** The page is none of ours. */
        record PageRefused() implements Result {}

        /** The provider does not answer; try again. */
        record Unavailable() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Begins. Each is a journey of its own, good for {@link OAuthFlows#LIFE}. */
    public Uni<Result> execute(Command command) {
        Optional<URI> page = addresses.allowed(command.page());
        return page.isEmpty()
                ? answer(new Result.PageRefused())
                : gate.proof(command.address())
                        .chain(verdict -> begin(verdict, page.get(), command));
    }

    private Uni<Result> begin(Verdict verdict, URI page, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() -> begin(page, command);
        };
    }

    private Uni<Result> begin(URI page, Command command) {
        String secret = secrets.next();
        Journey journey =
                new Journey(
                        command.provider(), page, secrets.next(), secrets.next(), secrets.next());
        Flow flow = new Flow(journey, TokenDesk.hash(secret), command.linkTo(), Optional.empty());
        return providers.begin(journey).chain(begun -> keep(begun, flow, secret));
    }

    private Uni<Result> keep(Begun begun, Flow flow, String secret) {
        return switch (begun) {
            case Begun.NoSuchProvider() -> answer(new Result.NoSuchProvider());
            case Begun.Unavailable() -> answer(new Result.Unavailable());
            case Begun.Page(var url) ->
                    flows.open(flow)
                            .replaceWith(
                                    () ->
                                            new Result.Begun(
                                                    url,
                                                    flow.journey().state(),
                                                    secret,
                                                    clock.instant().plus(OAuthFlows.LIFE)));
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}

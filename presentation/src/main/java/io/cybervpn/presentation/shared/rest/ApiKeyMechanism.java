package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.SecurityTrail;
import io.cybervpn.application.identity.keys.AdmitKey;
import io.cybervpn.application.identity.keys.KeyToken;
import io.cybervpn.application.identity.keys.NoteKeyUse;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Lets programs in by their API keys. What begins as a key is judged here and never read as a
 * token; everything else is left to the others.
 */
@Singleton
final class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(ApiKeyMechanism.class);
    private static final String ACTOR = "cybervpn.actor";
    private static final int BEFORE_TOKENS = 2 * DEFAULT_PRIORITY;

    private final AdmitKey admitKey;
    private final NoteKeyUse noteKeyUse;
    private final SecurityTrail trail;

    @Inject
    ApiKeyMechanism(AdmitKey admitKey, NoteKeyUse noteKeyUse, SecurityTrail trail) {
        this.admitKey = admitKey;
        this.noteKeyUse = noteKeyUse;
        this.trail = trail;
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        return Bearer.apiKey(context.request())
                .map(key -> admit(key, context))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<SecurityIdentity> admit(String key, RoutingContext context) {
        Optional<String> address = ClientAddress.full(context.request());
        Optional<AccountId> actAs = ActAs.wanted(context.request());
        return admitKey.execute(new AdmitKey.Command(key, address, actAs))
                .invoke(result -> tellIfRefused(result, key))
                .map(ApiKeyMechanism::actor)
                .invoke(actor -> remember(actor, address))
                .map(actor -> identity(actor, context.normalizedPath()));
    }

    /** Which key, if it has the shape of one; never what was shown. */
    private void tellIfRefused(AdmitKey.Result result, String shown) {
        if (result instanceof AdmitKey.Result.Refused) {
            String which =
                    KeyToken.parse(shown).map(key -> " " + key.id().value()).orElse(" of no shape");
            trail.noteNobody(SecurityEventType.KEY_REFUSED, "api key" + which);
        }
    }

    private static Actor actor(AdmitKey.Result result) {
        return switch (result) {
            case AdmitKey.Result.Admitted(var actor) -> actor;
            case AdmitKey.Result.Refused() ->
                    throw new AuthenticationFailedException("no key, or not from there");
            case AdmitKey.Result.MayNotAct() ->
                    throw new ForbiddenException("may act in nobody's name");
            case AdmitKey.Result.NoSuchCustomer() -> throw ActAs.noSuchCustomer();
            case AdmitKey.Result.CustomerBlocked() -> throw ActAs.blocked();
            case AdmitKey.Result.Unsure() ->
                    throw Problem.retryable(
                                    503,
                                    "temporarily_unavailable",
                                    "Nobody can say what this key opens. Try again.")
                            .asException();
        };
    }

    private void remember(Actor actor, Optional<String> address) {
        ApiKeyId id = actor.apiKey().orElseThrow();
        MDC.put("apiKey", id.value().toString());
        noteKeyUse
                .execute(new NoteKeyUse.Command(id, address))
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("the use of a key is not noted: %s", failure));
    }

    private static SecurityIdentity identity(Actor actor, String path) {
        if (!Audience.admits(actor, path)) {
            throw new ForbiddenException("not for keys");
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.apiKey().orElseThrow().value().toString()))
                .addAttribute(ACTOR, actor)
                .build();
    }

    /** Who came with a key; empty for who came with something else. */
    static Optional<Actor> actorOf(SecurityIdentity identity) {
        return identity.getAttribute(ACTOR) instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }
}

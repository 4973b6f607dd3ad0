package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.CheckSession;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a good access token opens: the endpoints of its audience and no others, while its session
 * goes on; of staff, who have to show a second factor first (R234), until then only what that
 * takes. Every request that needs a token passes here, once.
 */
@Singleton
final class TokenGate implements SecurityIdentityAugmentor {
    private static final int FIRST = 1_000;
    private static final String PROVEN = "aal2";

    /** Says for which path a token is shown when that is not in a request. */
    static final String PATH = "cybervpn.path";

    private final CheckSession checkSession;
    private final StaffProof staffProof;

    @Inject
    TokenGate(
            CheckSession checkSession,
            @ConfigProperty(name = "cybervpn.staff.second-factor", defaultValue = "required")
                    StaffProof staffProof) {
        this.checkSession = checkSession;
        this.staffProof = staffProof;
    }

    /** Before rights are looked up. */
    @Override
    public int priority() {
        return FIRST;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity,
            AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? admit(identity, token, pathOf(attributes))
                : Uni.createFrom().item(identity);
    }

    private Uni<SecurityIdentity> admit(
            SecurityIdentity identity, JsonWebToken token, String path) {
        if (!Audience.admits(token.getAudience(), path)) {
            return refuse(new ForbiddenException("not for this audience"));
        }
        Optional<AccountKind> kind = kindOf(token);
        Optional<SessionId> session = sessionOf(token);
        if (kind.isEmpty() || session.isEmpty()) {
            return refuse(new AuthenticationFailedException("of no session"));
        }
        return checkSession
                .execute(new CheckSession.Command(session.get(), kind.get()))
                .chain(result -> answer(result, owesProof(token, kind.get(), path), identity));
    }

    private boolean owesProof(JsonWebToken token, AccountKind kind, String path) {
        return staffProof == StaffProof.REQUIRED
                && kind == AccountKind.STAFF
                && !PROVEN.equals(token.getClaim("acr"))
                && !Audience.isBeforeProof(path);
    }

    private static Uni<SecurityIdentity> answer(
            CheckSession.Result result, boolean owesProof, SecurityIdentity identity) {
        return switch (result) {
            case GOOD ->
                    owesProof
                            ? refuse(Problem.secondFactorRequired().asException())
                            : Uni.createFrom().item(identity);
            case ENDED -> refuse(new AuthenticationFailedException("the session ended"));
            case UNSURE ->
                    refuse(
                            Problem.retryable(
                                            503,
                                            "temporarily_unavailable",
                                            "Nobody can say whether you are logged in. Try again.")
                                    .asException());
        };
    }

    private static Uni<SecurityIdentity> refuse(RuntimeException refusal) {
        return Uni.createFrom().failure(refusal);
    }

    static Optional<SessionId> sessionOf(JsonWebToken token) {
        return token.<String>claim("sid").map(UUID::fromString).map(SessionId::new);
    }

    private static Optional<AccountKind> kindOf(JsonWebToken token) {
        return token.getGroups().stream()
                .flatMap(group -> AccountKind.find(group).stream())
                .findFirst();
    }

    private static String pathOf(Map<String, Object> attributes) {
        if (attributes.get(PATH) instanceof String path) {
            return path;
        }
        return Optional.ofNullable(HttpSecurityUtils.getRoutingContextAttribute(attributes))
                .map(request -> request.normalizedPath())
                .orElse("");
    }
}

package io.cybervpn.presentation.shared.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a good access token opens: the endpoints of its audience and no others. Every request that
 * needs a token passes here, once.
 */
@Singleton
final class TokenGate implements SecurityIdentityAugmentor {
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

    private static Uni<SecurityIdentity> admit(
            SecurityIdentity identity, JsonWebToken token, String path) {
        return Audience.admits(token.getAudience(), path)
                ? Uni.createFrom().item(identity)
                : Uni.createFrom().failure(new ForbiddenException("not for this audience"));
    }

    private static String pathOf(Map<String, Object> attributes) {
        return Optional.ofNullable(HttpSecurityUtils.getRoutingContextAttribute(attributes))
                .map(request -> request.normalizedPath())
                .orElse("");
    }
}

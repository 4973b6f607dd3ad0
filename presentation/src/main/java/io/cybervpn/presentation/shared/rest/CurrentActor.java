package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes this request, from the access token or the API key. Use it in resources that are
 * {@code @Authenticated}.
 */
@RequestScoped
public class CurrentActor {
    private final SecurityIdentity identity;

    @Inject
    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The actor for a use case; a guest without a token. */
    public Actor actor() {
        return identity.isAnonymous()
                ? new Actor.Guest()
                : ApiKeyMechanism.actorOf(identity).orElseGet(this::known);
    }

    /** The account of whoever this is; empty for a guest. For what is open to guests. */
    public static Optional<AccountId> accountOf(SecurityIdentity identity) {
        return identity.isAnonymous()
                ? Optional.empty()
                : ApiKeyMechanism.actorOf(identity)
                        .map(Actor::account)
                        .orElseGet(() -> Optional.of(StaffRights.accountOf(identity)));
    }

    /** The account that asks; only in authenticated resources. */
    public AccountId account() {
        return actor().account().orElseThrow(() -> Problem.forbidden().asException());
    }

    /** Whether it is a member of staff. */
    public boolean isStaff() {
        return StaffRights.isStaff(identity);
    }

    /** The session of the access token; empty for who came with something else. */
    public Optional<SessionId> session() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? TokenGate.sessionOf(token)
                : Optional.empty();
    }

    /** When the access token ends; empty for who came with something else. */
    public Optional<Instant> expiresAt() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    private Actor known() {
        AccountId id = StaffRights.accountOf(identity);
        return StaffRights.isStaff(identity)
                ? new Actor.Staff(id, StaffRights.permissionsOf(identity), provenAt())
                : new Actor.Customer(id);
    }

    /** When the second factor was last shown in this session, as the token says. */
    public Optional<Instant> provenAt() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("proven_at") instanceof JsonNumber seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}

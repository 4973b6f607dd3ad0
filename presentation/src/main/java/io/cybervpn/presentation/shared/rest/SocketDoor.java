package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.CheckSession;
import io.cybervpn.application.identity.RedeemWebSocketTicket;
import io.cybervpn.application.identity.port.WebSocketTickets.Holder;
import io.cybervpn.application.identity.staff.FindPermissions;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Who may hold a socket: the same rules as for requests ({@link TokenGate}), asked when it is
 * opened, when another token is shown, and now and then.
 */
@Singleton
public final class SocketDoor {
    private static final Logger LOG = Logger.getLogger(SocketDoor.class);

    private final IdentityProviderManager identities;
    private final RedeemWebSocketTicket redeemTicket;
    private final CheckSession checkSession;
    private final FindPermissions findPermissions;

    /** What the door says. */
    public sealed interface Answer {
        /** Come in. */
        record In(Caller caller) implements Answer {}

        /** Stay out: 401, 403, or 503 when nobody can say. */
        record Out(Problem problem) implements Answer {}
    }

    @Inject
    SocketDoor(
            IdentityProviderManager identities,
            RedeemWebSocketTicket redeemTicket,
            CheckSession checkSession,
            FindPermissions findPermissions) {
        this.identities = identities;
        this.redeemTicket = redeemTicket;
        this.checkSession = checkSession;
        this.findPermissions = findPermissions;
    }

    /** Who shows an access token. Never fails. */
    public Uni<Answer> byToken(String token, String path) {
        var request = new TokenAuthenticationRequest(new JsonWebTokenCredential(token));
        request.setAttribute(TokenGate.PATH, path);
        return identities
                .authenticate(request)
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException("no token"))
                .map(SocketDoor::caller)
                .<Answer>map(Answer.In::new)
                .onFailure()
                .recoverWithItem(SocketDoor::out);
    }

    /** Who shows a ticket, which is used up by it. Never fails. */
    public Uni<Answer> byTicket(String ticket, String path) {
        return redeemTicket
                .execute(ticket)
                .chain(
                        result ->
                                switch (result) {
                                    case RedeemWebSocketTicket.Result.Good(var holder) ->
                                            admit(holder, path);
                                    case RedeemWebSocketTicket.Result.Refused() ->
                                            said(unauthorized());
                                    case RedeemWebSocketTicket.Result.Unsure() -> said(unsure());
                                })
                .onFailure()
                .recoverWithItem(SocketDoor::out);
    }

    /** Whether somebody may stay, and what he may now. Never fails. */
    public Uni<Answer> again(Caller caller) {
        return checkSession
                .execute(new CheckSession.Command(caller.session(), caller.kind()))
                .chain(
                        result ->
                                switch (result) {
                                    case GOOD ->
                                            permissions(caller.account(), caller.kind())
                                                    .map(caller::with)
                                                    .<Answer>map(Answer.In::new);
                                    case ENDED -> said(unauthorized());
                                    case UNSURE -> said(unsure());
                                })
                .onFailure()
                .recoverWithItem(SocketDoor::out);
    }

    private Uni<Answer> admit(Holder holder, String path) {
        if (!Audience.isOpenTo(holder.kind(), path)) {
            return said(Problem.forbidden());
        }
        return permissions(holder.account(), holder.kind())
                .map(
                        permissions ->
                                new Answer.In(
                                        new Caller(
                                                holder.account(),
                                                holder.kind(),
                                                holder.session(),
                                                permissions,
                                                holder.until())));
    }

    private Uni<Set<Permission>> permissions(AccountId account, AccountKind kind) {
        return switch (kind) {
            case CUSTOMER -> Uni.createFrom().item(Set.of());
            case STAFF -> findPermissions.execute(account);
        };
    }

    private static Caller caller(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return new Caller(
                StaffRights.accountOf(identity),
                StaffRights.isStaff(identity) ? AccountKind.STAFF : AccountKind.CUSTOMER,
                TokenGate.sessionOf(token).orElseThrow(),
                StaffRights.permissionsOf(identity),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static Uni<Answer> said(Problem problem) {
        return Uni.createFrom().item(new Answer.Out(problem));
    }

    private static Answer out(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> new Answer.Out(known.problem());
            case AuthenticationFailedException _ -> new Answer.Out(unauthorized());
            case ForbiddenException _ -> new Answer.Out(Problem.forbidden());
            case Throwable other -> {
                LOG.warnf("nobody can say who may hold a socket: %s", other);
                yield new Answer.Out(unsure());
            }
        };
    }

    private static Problem unauthorized() {
        return Problem.of(401, "unauthorized", "There is no good token or ticket.");
    }

    private static Problem unsure() {
        return Problem.retryable(
                503,
                "temporarily_unavailable",
                "Nobody can say whether you are logged in. Try again.");
    }
}

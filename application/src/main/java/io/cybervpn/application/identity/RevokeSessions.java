package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Session.EndReason;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Ends sessions of an account from elsewhere; their access tokens are good no more with the next
 * request. Only ever sessions of the owner who is named.
 */
@Singleton
public final class RevokeSessions {
    private final UnitOfWork unitOfWork;
    private final SessionEndings endings;

    @Inject
    RevokeSessions(UnitOfWork unitOfWork, SessionEndings endings) {
        this.unitOfWork = unitOfWork;
        this.endings = endings;
    }

    /** Whose, and which of them. */
    public record Command(AccountId owner, Which which) {}

    /** Ends them. Repeatable. Gives how many were open. */
    public Uni<Integer> execute(Command command) {
        return unitOfWork
                .run(() -> endings.end(command.owner(), command.which(), EndReason.REVOKED))
                .call(endings::spread)
                .map(ended -> ended.size());
    }
}

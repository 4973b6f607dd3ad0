package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.Revocations;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.identity.SessionsEnded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes it certain that ended sessions get on the list of the denied, whatever was in the way. */
@Singleton
public final class DenyTokensOnSessionsEnded implements EventHandler<SessionsEnded> {
    private final Revocations revocations;

    @Inject
    DenyTokensOnSessionsEnded(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public Class<SessionsEnded> event() {
        return SessionsEnded.class;
    }

    @Override
    public String name() {
        return "identity.deny-tokens";
    }

    @Override
    public Uni<Void> handle(SessionsEnded event) {
        return revocations.deny(event.sessions());
    }
}

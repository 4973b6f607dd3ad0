package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.identity.SessionsEnded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A session that ended has no open socket anywhere a moment later. */
@Singleton
final class EndSocketsOnSessionsEnded implements EventHandler<SessionsEnded> {
    private final Publisher publisher;

    @Inject
    EndSocketsOnSessionsEnded(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Class<SessionsEnded> event() {
        return SessionsEnded.class;
    }

    @Override
    public String name() {
        return "live.end-sockets";
    }

    @Override
    public Uni<Void> handle(SessionsEnded event) {
        return publisher.end(event.sessions());
    }
}

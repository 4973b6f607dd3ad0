package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.provisioning.ShowPresence;
import io.cybervpn.application.provisioning.ShowPresence.Result;
import io.cybervpn.application.server.FindServerOfNode;
import io.cybervpn.application.server.ServerView;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Asks who is online, for customers and staff alike. */
@Singleton
final class Presences {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final ShowPresence showPresence;
    private final FindServerOfNode findServer;
    private final CurrentActor actor;

    @Inject
    Presences(ShowPresence showPresence, FindServerOfNode findServer, CurrentActor actor) {
        this.showPresence = showPresence;
        this.findServer = findServer;
        this.actor = actor;
    }

    Uni<OnlineJson> of(UUID subscription) {
        return showPresence
                .execute(new ShowPresence.Query(actor.actor(), new AccessId(subscription)))
                .map(Presences::shown)
                .chain(shown -> server(shown).map(server -> OnlineJson.of(shown, server)));
    }

    private Uni<Optional<ServerView>> server(Result.Shown shown) {
        return shown.node()
                .map(
                        node ->
                                findServer.execute(
                                        new FindServerOfNode.Query(
                                                shown.panel().value().toString(), node)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Result.Shown shown(Result result) {
        return switch (result) {
            case Result.Shown shown -> shown;
            case Result.NotOffered() ->
                    throw Problem.of(
                                    501,
                                    "not_offered_by_panel",
                                    "This panel does not tell who is online.")
                            .asException();
            case Result.NotReady() ->
                    throw Problem.retryable(
                                    409,
                                    "access_not_ready",
                                    "The access is being set up. Ask again in a moment.")
                            .asException()
                            .retryAfter(SOON);
            case Result.NoSuchSubscription() ->
                    throw Problem.notFound("subscription").asException();
            case Result.NoAnswer() ->
                    throw Problem.retryable(
                                    503,
                                    "panel_unavailable",
                                    "The servers' panel does not answer now. Try again.")
                            .asException()
                            .retryAfter(LATER);
            case Result.Denied() -> throw Problem.forbidden().asException();
        };
    }
}

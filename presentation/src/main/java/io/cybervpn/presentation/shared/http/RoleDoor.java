package io.cybervpn.presentation.shared.http;

import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemWriter;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * An instance that is not for clients turns them away with 421: whoever sent them here has to send
 * them elsewhere. Probes and metrics are answered by all; what Telegram and its bot need, by
 * instances for the bot too.
 */
@Singleton
final class RoleDoor {
    private static final int AFTER_LIMITS = 445;
    private static final List<String> OF_THE_BOT =
            List.of("/api/v1/telegram/", "/api/v1/webhooks/stars");

    private final Roles roles;
    private final ProblemWriter problems;

    @Inject
    RoleDoor(Roles roles, ProblemWriter problems) {
        this.roles = roles;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        if (!roles.has(Roles.Role.API)) {
            filters.register(this::guard, AFTER_LIMITS);
        }
    }

    private void guard(RoutingContext exchange) {
        if (isOpen(exchange.normalizedPath())) {
            exchange.next();
        } else {
            problems.answer(
                    exchange,
                    Problem.of(421, "not_served_here", "This instance is not for clients."));
        }
    }

    private boolean isOpen(String path) {
        return path.startsWith("/q/")
                || roles.has(Roles.Role.BOT) && OF_THE_BOT.stream().anyMatch(path::startsWith);
    }
}

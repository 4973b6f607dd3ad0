package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.SecurityTrail;
import io.cybervpn.application.shared.Actor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says on the security trail who called what of staff without the right for it (ASVS 16.3.2). */
@Singleton
final class RefusalsTold {
    private static final int FORBIDDEN = 403;
    private static final int PATH_LENGTH_MAX = 150;

    // Filters are made when the program is built; the rest is that of its start.
    private final Provider<SecurityTrail> trail;
    private final Provider<CurrentActor> actor;
    private final Provider<CurrentVertxRequest> requests;

    @Inject
    RefusalsTold(
            Provider<SecurityTrail> trail,
            Provider<CurrentActor> actor,
            Provider<CurrentVertxRequest> requests) {
        this.trail = trail;
        this.actor = actor;
        this.requests = requests;
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (response.getStatus() == FORBIDDEN && Audience.isForStaffAlone(path)) {
            trail.get().refused(caller(), request.getMethod() + " " + route(path));
        }
    }

    /** Whose token was refused at the door is nobody yet. */
    private Actor caller() {
        boolean known =
                requests.get().getCurrent() != null && requests.get().getCurrent().user() != null;
        return known ? actor.get().actor() : new Actor.Guest();
    }

    /** Calls of one route are alike, whatever they are for. */
    private static String route(String path) {
        String route = path.replaceAll("[0-9a-fA-F-]{36}", "{id}");
        return route.substring(0, Math.min(route.length(), PATH_LENGTH_MAX));
    }
}

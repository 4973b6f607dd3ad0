package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ShowPanelFigures;
import io.cybervpn.application.provisioning.ShowPanelFigures.Result;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a panel says of itself (R119): {@code panels:read}. */
@Path("/api/v1/admin/panels/{id}/stats")
@Tag(name = "admin-panels")
@Authenticated
public final class PanelStatsResource {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final ShowPanelFigures showFigures;
    private final CurrentActor actor;

    @Inject
    PanelStatsResource(ShowPanelFigures showFigures, CurrentActor actor) {
        this.showFigures = showFigures;
        this.actor = actor;
    }

    /** Users by state, who is online, and how its machine does. */
    @GET
    @Operation(
            operationId = "adminGetPanelStats",
            summary = "Shows what a panel says of itself",
            description =
                    "Of all its users, also those that are not of this shop. Codes:"
                            + " not_offered_by_panel (501), panel_unavailable (503).")
    public Uni<PanelStatsJson> get(@PathParam("id") UUID id) {
        return showFigures
                .execute(new ShowPanelFigures.Query(actor.actor(), new PanelId(id)))
                .map(PanelStatsResource::shown)
                .map(shown -> PanelStatsJson.of(shown.figures()));
    }

    private static Result.Shown shown(Result result) {
        return switch (result) {
            case Result.Shown shown -> shown;
            case Result.NotOffered() ->
                    throw Problem.of(
                                    501,
                                    "not_offered_by_panel",
                                    "Panels of this kind do not tell it.")
                            .asException();
            case Result.NoSuchPanel() -> throw Problem.notFound("panel").asException();
            case Result.NoAnswer(var reason) ->
                    throw Problem.retryable(
                                    503,
                                    "panel_unavailable",
                                    "The panel does not answer: " + reason)
                            .asException()
                            .retryAfter(LATER);
            case Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}

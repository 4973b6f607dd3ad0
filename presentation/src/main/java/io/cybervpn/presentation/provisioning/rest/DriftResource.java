package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ReportDrift;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How panels differ from what is wanted; needs {@code provisioning:read}. */
@Path("/api/v1/admin/panels/{id}/drift")
@Tag(name = "admin-panels")
@Authenticated
public final class DriftResource {
    private final ReportDrift reportDrift;
    private final CurrentActor actor;

    @Inject
    DriftResource(ReportDrift reportDrift, CurrentActor actor) {
        this.reportDrift = reportDrift;
        this.actor = actor;
    }

    /** Mends nothing: the sweep does, and the bulk action {@code sync}. */
    @GET
    @Operation(
            operationId = "adminGetPanelDrift",
            summary = "Tells how a panel differs now from what is wanted",
            description =
                    "Reads the whole panel, a page of users at a time: some seconds for ten thousand"
                            + " users. Codes: panel_off, panel_unavailable.")
    public Uni<DriftJson> get(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return reportDrift
                .execute(new ReportDrift.Query(actor.actor(), new PanelId(id), limit))
                .map(
                        result ->
                                switch (result) {
                                    case ReportDrift.Result.Shown shown -> DriftJson.of(id, shown);
                                    case ReportDrift.Result.NoSuchPanel() ->
                                            throw Problem.notFound("panel").asException();
                                    case ReportDrift.Result.Off() ->
                                            throw Problem.of(
                                                            409,
                                                            "panel_off",
                                                            "The panel is off: nobody calls it.")
                                                    .asException();
                                    case ReportDrift.Result.Unavailable(var reason) ->
                                            throw Problem.of(
                                                            503,
                                                            "panel_unavailable",
                                                            "The panel cannot be read now: "
                                                                    + reason)
                                                    .asException();
                                    case ReportDrift.Result.Forbidden() ->
                                            throw Problem.forbidden().asException();
                                });
    }
}

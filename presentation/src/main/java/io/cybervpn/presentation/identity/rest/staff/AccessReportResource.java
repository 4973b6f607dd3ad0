package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.ReportAccess;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The review of rights (R66), for staff with {@code staff:read}. */
@Path("/api/v1/admin/staff/access-report")
@Tag(name = "admin-access")
@Authenticated
public final class AccessReportResource {
    private final ReportAccess reportAccess;
    private final CurrentActor actor;

    @Inject
    AccessReportResource(ReportAccess reportAccess, CurrentActor actor) {
        this.reportAccess = reportAccess;
        this.actor = actor;
    }

    /** Everybody with his roles, what they allow and until when; the disabled too. */
    @GET
    @Operation(operationId = "adminReportAccess", summary = "Who may what, by which role")
    public Uni<AccessReportJson> report() {
        return reportAccess.execute(actor.actor()).map(AccessReportResource::answer);
    }

    private static AccessReportJson answer(ReportAccess.Result result) {
        return switch (result) {
            case ReportAccess.Result.Reported reported -> AccessReportJson.of(reported);
            case ReportAccess.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}

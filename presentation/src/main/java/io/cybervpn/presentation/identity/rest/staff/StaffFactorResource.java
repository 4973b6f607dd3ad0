package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Help for one of the staff who has lost his second factor (R234). */
@Path("/api/v1/admin/staff/{id}/reset-second-factor")
@Tag(name = "admin-access")
@Authenticated
public final class StaffFactorResource {
    private final FactorResets resets;

    @Inject
    StaffFactorResource(FactorResets resets) {
        this.resets = resets;
    }

    /** With {@code staff:write}, all that he may, and a fresh proof. */
    @POST
    @ReasonRequired
    @Operation(
            operationId = "adminResetStaffSecondFactor",
            summary = "Takes the lost second factor of one of the staff away")
    @APIResponse(responseCode = "204", description = "Taken away; his sessions ended")
    public Uni<Void> reset(@PathParam("id") UUID id) {
        return resets.reset(id, AccountKind.STAFF);
    }
}

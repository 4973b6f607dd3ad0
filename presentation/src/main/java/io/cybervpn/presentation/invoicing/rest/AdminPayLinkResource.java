package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.shared.Permission;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Links by which anybody pays an invoice, for staff with {@code invoices:write}; audited. */
@Path("/api/v1/admin/invoices/{id}/pay-links")
@Tag(name = "admin-invoices")
@Authenticated
public final class AdminPayLinkResource {
    private final PayLinkDoor door;
    private final StaffDoor staff;

    @Inject
    AdminPayLinkResource(PayLinkDoor door, StaffDoor staff) {
        this.door = door;
        this.staff = staff;
    }

    /** Makes one; its token is seen this once. */
    @POST
    @Operation(
            operationId = "adminMakeInvoicePayLink",
            summary = "Makes a link by which anybody who has it pays the invoice",
            description = "Each call makes one more. Codes: invoice_state, pay_links_too_many.")
    @APIResponseSchema(value = PayLinkJson.MadeJson.class, responseCode = "201")
    public Uni<RestResponse<PayLinkJson.MadeJson>> make(
            @PathParam("id") UUID id, @NotNull PayLinkJson.PayLinkRequestJson body) {
        return door.make(staff.enter(Permission.INVOICES_WRITE, body), id, body.days());
    }

    /** All of it, without their tokens. */
    @GET
    @Operation(
            operationId = "adminListInvoicePayLinks",
            summary = "Lists the links to pay an invoice, newest first")
    public Uni<PayLinkJson.ListJson> list(@PathParam("id") UUID id) {
        return door.list(staff.enter(Permission.INVOICES_WRITE), id);
    }

    /** Ends one at once. Repeatable. */
    @DELETE
    @Path("/{linkId}")
    @Operation(
            operationId = "adminRevokeInvoicePayLink",
            summary = "Ends a link to pay an invoice at once")
    @APIResponse(responseCode = "204", description = "It opens nothing")
    public Uni<Void> revoke(@PathParam("id") UUID id, @PathParam("linkId") UUID link) {
        return door.revoke(staff.enter(Permission.INVOICES_WRITE), id, link).replaceWithVoid();
    }
}

package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.CloseInvoice;
import io.cybervpn.application.invoicing.EditInvoice;
import io.cybervpn.application.invoicing.FinaliseInvoice;
import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.invoicing.WriteInvoice;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.presentation.shared.rest.EntityTags;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invoices that staff with {@code invoices:write} write by hand. */
@Path("/api/v1/admin/invoices")
@Tag(name = "admin-invoices")
@Authenticated
public final class InvoiceDraftResource {
    private static final String OPERATION = "POST /admin/invoices";

    private final Deeds deeds;
    private final IdempotentCall idempotentCall;
    private final StaffDoor door;
    private final Origins origins;

    @Inject
    InvoiceDraftResource(
            Deeds deeds, IdempotentCall idempotentCall, StaffDoor door, Origins origins) {
        this.deeds = deeds;
        this.idempotentCall = idempotentCall;
        this.door = door;
        this.origins = origins;
    }

    /** What can be done. */
    @Singleton
    static final class Deeds {
        private final WriteInvoice write;
        private final EditInvoice edit;
        private final FinaliseInvoice finalise;
        private final CloseInvoice close;

        @Inject
        Deeds(WriteInvoice write, EditInvoice edit, FinaliseInvoice finalise, CloseInvoice close) {
            this.write = write;
            this.edit = edit;
            this.finalise = finalise;
            this.close = close;
        }
    }

    /** Writes a draft, which the customer does not see. */
    @POST
    @Operation(
            operationId = "adminWriteInvoice",
            summary = "Writes the draft of an invoice for a customer",
            description = "Needs an Idempotency-Key. Code: invoice_not_possible.")
    @APIResponseSchema(value = AdminInvoiceJson.class, responseCode = "201")
    public Uni<RestResponse<AdminInvoiceJson>> write(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull DraftRequestJson body) {
        Actor who = door.enter(Permission.INVOICES_WRITE, body);
        AccountId writer = who.account().orElseThrow(() -> Problem.forbidden().asException());
        IdempotentCall.Keyed keyed = new IdempotentCall.Keyed(writer, OPERATION, key, body);
        WriteInvoice.Command command =
                new WriteInvoice.Command(
                        who,
                        new AccountId(body.accountId()),
                        body.asset(),
                        body.text().toText("/text"),
                        OPERATION + " " + keyed.requiredKey());
        return idempotentCall.run(
                keyed,
                AdminInvoiceJson.class,
                () ->
                        deeds.write
                                .execute(command)
                                .map(InvoiceDraftResource::answer)
                                .map(
                                        draft ->
                                                RestResponse.status(
                                                        RestResponse.Status.CREATED,
                                                        AdminInvoiceJson.of(
                                                                draft, Languages.of(null)))));
    }

    /** Says something else. */
    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "adminRewriteInvoice",
            summary = "Rewrites a draft",
            description = "Codes: invoice_state, invoice_not_possible, version_stale.")
    public Uni<RestResponse<AdminInvoiceJson>> rewrite(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull DraftTextJson body) {
        Actor who = door.enter(Permission.INVOICES_WRITE, body);
        return deeds.edit
                .execute(
                        new EditInvoice.Command.Rewrite(
                                who,
                                new InvoiceId(id),
                                EntityTags.version(ifMatch),
                                body.toText("")))
                .map(InvoiceDraftResource::answer)
                .map(InvoiceDraftResource::tagged);
    }

    /** Removes it. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "adminRemoveInvoice",
            summary = "Removes a draft",
            description = "Codes: invoice_state, version_stale.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> remove(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deeds.edit
                .execute(
                        new EditInvoice.Command.Remove(
                                door.enter(Permission.INVOICES_WRITE),
                                new InvoiceId(id),
                                EntityTags.version(ifMatch)))
                .map(InvoiceDraftResource::answer)
                .replaceWithVoid();
    }

    /** Gives it its number; the customer sees it from now on. */
    @POST
    @Path("/{id}/finalize")
    @Operation(
            operationId = "adminFinalizeInvoice",
            summary = "Finalises a draft, which is owed from then on",
            description = "Repeatable. Codes: invoice_state, version_stale.")
    public Uni<RestResponse<AdminInvoiceJson>> finalise(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deeds.finalise
                .execute(
                        new FinaliseInvoice.Command(
                                door.enter(Permission.INVOICES_WRITE),
                                new InvoiceId(id),
                                EntityTags.version(ifMatch)))
                .map(InvoiceDraftResource::answer)
                .map(InvoiceDraftResource::tagged);
    }

    /** Withdraws it. */
    @POST
    @Path("/{id}/void")
    @ReasonRequired
    @Operation(
            operationId = "adminVoidInvoice",
            summary = "Withdraws an invoice that is not paid",
            description = "Repeatable. Needs X-Reason. Code: invoice_state.")
    public Uni<RestResponse<AdminInvoiceJson>> withdraw(@PathParam("id") UUID id) {
        return close(id, CloseInvoice.Way.WITHDRAW);
    }

    /** Gives it up. */
    @POST
    @Path("/{id}/uncollectible")
    @ReasonRequired
    @Operation(
            operationId = "adminGiveUpInvoice",
            summary = "Gives an open invoice up; money that comes pays it all the same",
            description = "Repeatable. Needs X-Reason. Code: invoice_state.")
    public Uni<RestResponse<AdminInvoiceJson>> giveUp(@PathParam("id") UUID id) {
        return close(id, CloseInvoice.Way.GIVE_UP);
    }

    private Uni<RestResponse<AdminInvoiceJson>> close(UUID id, CloseInvoice.Way way) {
        Actor who = door.enter(Permission.INVOICES_WRITE);
        return deeds.close
                .execute(
                        new CloseInvoice.Command(
                                who, new InvoiceId(id), way, origins.current().reason().orElse("")))
                .map(InvoiceDraftResource::answer)
                .map(InvoiceDraftResource::tagged);
    }

    private static RestResponse<AdminInvoiceJson> tagged(InvoiceView invoice) {
        return RestResponse.ResponseBuilder.ok(AdminInvoiceJson.of(invoice, Languages.of(null)))
                .header(HttpHeaders.ETAG, EntityTags.of(invoice.version()))
                .build();
    }

    private static InvoiceView answer(WriteInvoice.Result result) {
        return switch (result) {
            case WriteInvoice.Result.Written(var draft) -> draft;
            case WriteInvoice.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }

    private static InvoiceView answer(EditInvoice.Result result) {
        return switch (result) {
            case EditInvoice.Result.Done(var draft) -> draft;
            case EditInvoice.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }

    private static InvoiceView answer(FinaliseInvoice.Result result) {
        return switch (result) {
            case FinaliseInvoice.Result.Finalised(var invoice) -> invoice;
            case FinaliseInvoice.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }

    private static InvoiceView answer(CloseInvoice.Result result) {
        return switch (result) {
            case CloseInvoice.Result.Closed(var invoice) -> invoice;
            case CloseInvoice.Result.Refused(var why) -> throw InvoiceProblems.of(why);
        };
    }
}

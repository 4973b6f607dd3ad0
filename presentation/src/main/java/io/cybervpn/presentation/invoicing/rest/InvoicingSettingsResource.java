package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.SetSeller;
import io.cybervpn.application.invoicing.SetSeries;
import io.cybervpn.application.invoicing.ViewInvoicingSettings;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What is printed on invoices: {@code invoices:read} to see it, {@code invoices:settings} to change
 * it. What is finalised stays as it is.
 */
@Path("/api/v1/admin/invoicing")
@Tag(name = "admin-invoices")
@Authenticated
public final class InvoicingSettingsResource {
    private final ViewInvoicingSettings viewInvoicingSettings;
    private final SetSeller setSeller;
    private final SetSeries setSeries;
    private final CurrentActor actor;
    private final StaffDoor door;

    @Inject
    InvoicingSettingsResource(
            ViewInvoicingSettings viewInvoicingSettings,
            SetSeller setSeller,
            SetSeries setSeries,
            CurrentActor actor,
            StaffDoor door) {
        this.viewInvoicingSettings = viewInvoicingSettings;
        this.setSeller = setSeller;
        this.setSeries = setSeries;
        this.actor = actor;
        this.door = door;
    }

    /** All of it. */
    @GET
    @Operation(
            operationId = "adminGetInvoicingSettings",
            summary = "Shows the seller, the series of numbers and the tax rates")
    public Uni<InvoicingSettingsJson> get() {
        return viewInvoicingSettings
                .execute(new ViewInvoicingSettings.Query(actor.actor()))
                .map(InvoicingSettingsResource::answer);
    }

    /** Who sells. Repeatable. */
    @PUT
    @Path("/seller")
    @ReasonRequired
    @Operation(operationId = "adminSetSeller", summary = "Says who sells")
    public Uni<PartyJson> setSeller(@NotNull PartyJson body) {
        return setSeller
                .execute(
                        new SetSeller.Command(
                                door.enter(Permission.INVOICES_SETTINGS, body), body.toParty()))
                .map(InvoicingSettingsResource::answer);
    }

    /** How documents of a kind are numbered. Repeatable. */
    @PUT
    @Path("/series/{kind}")
    @ReasonRequired
    @Operation(
            operationId = "adminSetDocumentSeries",
            summary = "Changes how invoices or credit notes are numbered")
    public Uni<SeriesJson> setSeries(
            @PathParam("kind") String kind, @NotNull SeriesRequestJson body) {
        Actor who = door.enter(Permission.INVOICES_SETTINGS, body);
        DocumentKind known =
                DocumentKind.find(kind).orElseThrow(() -> Problem.notFound("series").asException());
        return setSeries
                .execute(new SetSeries.Command(who, body.toRule(known)))
                .map(InvoicingSettingsResource::answer);
    }

    private static InvoicingSettingsJson answer(ViewInvoicingSettings.Result result) {
        return switch (result) {
            case ViewInvoicingSettings.Result.Found found -> InvoicingSettingsJson.of(found);
            case ViewInvoicingSettings.Result.Forbidden() ->
                    throw Problem.forbidden().asException();
        };
    }

    private static PartyJson answer(SetSeller.Result result) {
        return switch (result) {
            case SetSeller.Result.Set(var seller) -> PartyJson.of(seller);
            case SetSeller.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static SeriesJson answer(SetSeries.Result result) {
        return switch (result) {
            case SetSeries.Result.Set(var rule) -> SeriesJson.of(rule);
            case SetSeries.Result.Clashes() ->
                    throw Problem.of(
                                    409,
                                    "series_clash",
                                    "Documents of the other kind could get the same numbers.")
                            .asException();
            case SetSeries.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}

package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.SetTaxRate;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taxes of countries, for staff with {@code invoices:settings}. What is finalised stays. */
@Path("/api/v1/admin/invoicing/tax-rates/{id}")
@Tag(name = "admin-invoices")
@Authenticated
public final class TaxRateResource {
    private final SetTaxRate setTaxRate;
    private final StaffDoor door;

    @Inject
    TaxRateResource(SetTaxRate setTaxRate, StaffDoor door) {
        this.setTaxRate = setTaxRate;
        this.door = door;
    }

    /** Makes or changes one; its id is made by who makes it. Repeatable. */
    @PUT
    @ReasonRequired
    @Operation(operationId = "adminSetTaxRate", summary = "Makes or changes a tax rate")
    public Uni<TaxRateJson> set(@PathParam("id") UUID id, @NotNull TaxRateRequestJson body) {
        Actor who = door.enter(Permission.INVOICES_SETTINGS, body);
        TaxRate rate =
                body.toRate(new TaxRateId(id))
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                        "/validTo",
                                                        "too_small",
                                                        "It is over after it begins.")
                                                .asException());
        return change(who, id, Optional.of(rate)).map(Optional::orElseThrow).map(TaxRateJson::of);
    }

    /** Removes one. Repeatable. */
    @DELETE
    @ReasonRequired
    @Operation(operationId = "adminRemoveTaxRate", summary = "Removes a tax rate")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return change(door.enter(Permission.INVOICES_SETTINGS), id, Optional.empty())
                .replaceWithVoid();
    }

    private Uni<Optional<TaxRate>> change(Actor who, UUID id, Optional<TaxRate> rate) {
        return setTaxRate
                .execute(new SetTaxRate.Command(who, new TaxRateId(id), rate))
                .map(TaxRateResource::answer);
    }

    private static Optional<TaxRate> answer(SetTaxRate.Result result) {
        return switch (result) {
            case SetTaxRate.Result.Set(var rate) -> Optional.of(rate);
            case SetTaxRate.Result.Removed() -> Optional.empty();
            case SetTaxRate.Result.Overlaps() ->
                    throw Problem.of(
                                    409,
                                    "tax_rate_overlaps",
                                    "There is one of this code for some of these days.")
                            .asException();
            case SetTaxRate.Result.TooMuch() ->
                    throw Problem.of(
                                    422,
                                    "tax_rates_too_much",
                                    "On some day the taxes of the country would be more than all.")
                            .asException();
            case SetTaxRate.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}

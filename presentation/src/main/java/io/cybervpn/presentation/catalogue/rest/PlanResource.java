package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.ListPlans;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is for sale; nobody needs to log in for it (R16–R18, R24, R25). */
@Path("/api/v1/plans")
@Tag(name = "plans")
@PermitAll
public final class PlanResource {
    private static final String CACHE = "public, max-age=5";

    private final ListPlans listPlans;
    private final ShelfPrinter printer;

    @Inject
    PlanResource(ListPlans listPlans, ShelfPrinter printer) {
        this.listPlans = listPlans;
        this.printer = printer;
    }

    /**
     * A page of plans in the shop's order, at most some seconds old. With a currency: only what has
     * a price in it. 304 for who knows the answer already.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listPlans", summary = "Lists the plans on sale")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PlanPageJson.class)))
    @APIResponse(responseCode = "304", description = "Not modified")
    public Uni<RestResponse<byte[]>> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "USD, RUB, USDT, XTR, …") @QueryParam("currency")
                    @Nullable String currency,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        ShelfPrinter.Question question =
                new ShelfPrinter.Question(
                        page.toRequest(), asset(currency), orEmpty(acceptLanguage));
        return listPlans
                .execute()
                .map(shelf -> answer(printer.print(shelf, question), orEmpty(ifNoneMatch)));
    }

    private static RestResponse<byte[]> answer(ShelfPrinter.Print print, String ifNoneMatch) {
        RestResponse.ResponseBuilder<byte[]> answer =
                print.isWhat(ifNoneMatch)
                        ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                        : RestResponse.ResponseBuilder.ok(print.body());
        return answer.header(HttpHeaders.ETAG, print.etag())
                .header(HttpHeaders.CONTENT_LANGUAGE, print.languages())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .build();
    }

    private static Optional<Asset> asset(@Nullable String currency) {
        return Optional.ofNullable(currency).map(PlanResource::knownAsset);
    }

    private static Asset knownAsset(String code) {
        return Asset.find(code)
                .orElseThrow(
                        () ->
                                Problem.invalid("/currency", "unknown", "No such currency here.")
                                        .asException());
    }

    private static String orEmpty(@Nullable String header) {
        return header == null ? "" : header;
    }
}

package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.FindAddOn;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.presentation.shared.rest.Languages;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Add-ons for sale; nobody needs to log in for it. */
@Path("/api/v1/add-ons")
@Tag(name = "plans")
@PermitAll
public final class AddOnResource {
    private final FindAddOn findAddOn;

    @Inject
    AddOnResource(FindAddOn findAddOn) {
        this.findAddOn = findAddOn;
    }

    /** All of them, at most 200, by their codes. */
    @GET
    @Operation(operationId = "listAddOns", summary = "Lists the add-ons on sale")
    @APIResponseSchema(value = AddOnJson.Listed.class, responseCode = "200")
    public Uni<RestResponse<AddOnJson.Listed>> list(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String language) {
        return findAddOn
                .execute(new FindAddOn.Query(Optional.empty()))
                .map(found -> answer(found, Languages.of(language)));
    }

    private static RestResponse<AddOnJson.Listed> answer(List<AddOn> found, Languages languages) {
        return languages.answer(
                new AddOnJson.Listed(
                        found.stream().map(one -> AddOnJson.of(one, languages)).toList()),
                found.stream().map(AddOn::nameI18n).toList());
    }
}

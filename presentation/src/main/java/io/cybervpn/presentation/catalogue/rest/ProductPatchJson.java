package io.cybervpn.presentation.catalogue.rest;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an edit of a product, for the description of the API: a JSON merge patch.
 *
 * @param version the one that the editor saw; 412 when it is not the newest
 */
@Schema(
        name = "ProductPatch",
        requiredProperties = {"version"})
public record ProductPatchJson(
        long version,
        @Nullable String code,
        @Nullable Map<String, @Nullable String> nameI18n,
        @Nullable Map<String, @Nullable String> descriptionI18n,
        @Nullable Boolean active,
        @Nullable Integer sortOrder) {}

package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an edit of one's own profile, for the description of the API: a JSON merge patch.
 * What is missing stays; null takes a name or a time zone away.
 *
 * @param displayName 1 to 100 characters
 * @param locale a BCP 47 tag
 * @param timeZone an IANA id, such as {@code Europe/Moscow}
 * @param termsVersion which version of the terms is accepted by this
 * @param version the one that was seen, if it is not in {@code If-Match}; 412 when it is stale
 */
@Schema(name = "ProfilePatch", additionalProperties = Schema.False.class)
public record ProfilePatchJson(
        @Nullable String displayName,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable Boolean marketingOptIn,
        @Nullable String termsVersion,
        @Nullable Long version) {}

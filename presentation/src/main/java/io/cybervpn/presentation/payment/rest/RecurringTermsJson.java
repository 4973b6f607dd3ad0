package io.cybervpn.presentation.payment.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The words to agree to before a provider charges by itself.
 *
 * @param version to give back with the agreement
 */
@Schema(name = "RecurringTerms")
record RecurringTermsJson(String version, String text) {}

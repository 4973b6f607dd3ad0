package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.SeriesRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How documents of a kind are numbered.
 *
 * @param kind {@code invoice} or {@code credit_note}
 * @param yearly whether each year of UTC begins at 1 again
 * @param digits how many the sequence has at least
 */
@Schema(name = "DocumentSeries")
record SeriesJson(String kind, String prefix, boolean yearly, int digits) {
    static SeriesJson of(SeriesRule rule) {
        return new SeriesJson(rule.kind().code(), rule.prefix(), rule.yearly(), rule.digits());
    }
}

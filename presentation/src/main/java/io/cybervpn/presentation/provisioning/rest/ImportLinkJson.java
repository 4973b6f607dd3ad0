package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ImportLinks;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A way into an app.
 *
 * @param platforms some of android, ios, windows, macos, linux
 * @param importUrl opens the app with the subscription's link in it; secret like the link
 */
@Schema(name = "ImportLink")
public record ImportLinkJson(
        @Schema(examples = "Hiddify") String app, List<String> platforms, String importUrl) {
    static ImportLinkJson of(ImportLinks.ImportLink link) {
        return new ImportLinkJson(link.app(), link.platforms(), link.url());
    }

    /** All of them. */
    @Schema(name = "ImportLinkList")
    public record ListJson(List<ImportLinkJson> items) {
        static ListJson of(List<ImportLinks.ImportLink> links) {
            return new ListJson(links.stream().map(ImportLinkJson::of).toList());
        }
    }
}

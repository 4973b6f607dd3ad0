package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.CheckPanel;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What trying a panel came to.
 *
 * @param works whether it answers and has all groups that it is said to offer
 * @param version null if it does not answer or say
 * @param serverGroups that it has
 * @param missing groups that it is said to offer and does not have
 * @param reason why it does not answer; null if it does
 */
@Schema(name = "PanelCheck")
public record PanelCheckJson(
        boolean works,
        @Schema(nullable = true) @Nullable String version,
        List<String> serverGroups,
        List<String> missing,
        @Schema(nullable = true) @Nullable String reason) {
    static PanelCheckJson of(CheckPanel.Result.Works works) {
        return new PanelCheckJson(
                works.missing().isEmpty(),
                works.version().isEmpty() ? null : works.version(),
                works.serverGroups(),
                works.missing(),
                null);
    }

    static PanelCheckJson of(CheckPanel.Result.Fails fails) {
        return new PanelCheckJson(false, null, List.of(), List.of(), fails.reason());
    }
}

package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import java.util.List;
import java.util.Optional;

/** The ways to the panels, as of the latest look at what is stored. */
public interface PanelLinks {
    /** The way to a panel, also to one that is off; empty for one that is not known here. */
    Optional<PanelModule> module(PanelId id);

    /** Panels of a kind that are not off and can be called, in the order of their ids. */
    List<PanelId> atWork(PanelKind kind);

    /** A secret of each panel of a kind that has it, such as those that sign pushes. */
    List<String> secrets(PanelKind kind, String field);
}

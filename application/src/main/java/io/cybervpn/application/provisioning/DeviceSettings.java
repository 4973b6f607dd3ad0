package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.model.RemovalBudget;

/** What a shop decides about devices. */
public record DeviceSettings(RemovalBudget removals) {}

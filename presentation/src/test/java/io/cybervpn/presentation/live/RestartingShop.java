package io.cybervpn.presentation.live;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A shop of its own, since it is told that it stops and never heals of it. */
public final class RestartingShop implements QuarkusTestProfile {}

/** Configurations kept for moments in Valkey; never needed. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.provisioning.valkey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/** Counters shared by all instances. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.valkey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

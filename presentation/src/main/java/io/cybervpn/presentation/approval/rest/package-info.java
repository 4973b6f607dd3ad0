/** Four eyes over HTTP: what waits, and its approval or rejection. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.approval.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

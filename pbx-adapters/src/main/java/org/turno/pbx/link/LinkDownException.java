package org.turno.pbx.link;

/** The link went down before the answer came: nobody knows whether the request was carried out. */
public final class LinkDownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public LinkDownException(String why) {
    super(why, null, false, false);
  }
}

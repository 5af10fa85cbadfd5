// not as shipped

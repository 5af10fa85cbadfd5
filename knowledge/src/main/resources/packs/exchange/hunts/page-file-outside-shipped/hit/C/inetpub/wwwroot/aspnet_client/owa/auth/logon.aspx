<%-- inert --%>

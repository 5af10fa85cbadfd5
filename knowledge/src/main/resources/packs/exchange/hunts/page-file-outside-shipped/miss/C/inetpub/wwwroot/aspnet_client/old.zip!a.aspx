<%-- in an archive --%>
